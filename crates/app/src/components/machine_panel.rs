//! The simulated machine: cores, Python version, switch interval, seed, start method, stdout; its network has a panel
//! of its own.

use super::network_panel::NetworkPanel;
use super::top_bar::chosen;
use crate::effects::Dispatch;
use crate::i18n::{t, t_with, use_language};
use crate::state::Action;
use interleave_scenario::param::decimal;
use interleave_scenario::{Machine, PythonVersion, StartMethod, StdoutMode};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The most cores that the panel offers.
const MAX_CORES: u32 = 256;
/// The longest switch interval that the panel offers, in ms.
const MAX_SWITCH_MS: f64 = 10_000.0;

/// What [`MachinePanel`] shows.
#[derive(Properties, PartialEq)]
pub struct MachinePanelProps {
    /// The machine.
    pub machine: Machine,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The machine's panel.
#[component]
pub fn MachinePanel(props: &MachinePanelProps) -> Html {
    use_language();
    let machine = &props.machine;
    let has_gil = machine.python.has_gil();
    let cores = changing(props, |machine, text| {
        machine.cores = text
            .parse()
            .ok()
            .filter(|cores| (1..=MAX_CORES).contains(cores))?;
        Some(())
    });
    let switch = changing(props, |machine, text| {
        let ms = decimal(text).filter(|ms| (0.001..=MAX_SWITCH_MS).contains(ms))?;
        machine.switch_interval_ns = (ms * 1e6).round() as u64;
        Some(())
    });
    let seed = changing(props, |machine, text| {
        machine.seed = text.parse().ok()?;
        Some(())
    });
    html! {
        <div class="machine" role="group" aria-label={t("machine.label")}>
            <label title={t("machine.cores.hint")}>
                <span>{ t("machine.cores") }</span>
                <input type="number" data-test="machine-cores" min="1" max={MAX_CORES.to_string()} value={machine.cores.to_string()} oninput={cores} />
            </label>
            { pythons(props) }
            <span class={classes!("machine-gil", has_gil.then_some("held"))}>
                { if has_gil { t("machine.gil") } else { t("machine.no_gil") } }
            </span>
            <label title={t("machine.switch.hint")} class={classes!((!has_gil).then_some("off"))}>
                <span>{ t("machine.switch") }</span>
                <input type="number" data-test="machine-switch" min="0.001" step="any" disabled={!has_gil} value={(machine.switch_interval_ns as f64 / 1e6).to_string()} oninput={switch} />
                <span class="machine-unit">{ t("machine.switch.unit") }</span>
            </label>
            <label title={t("machine.seed.hint")}>
                <span>{ t("machine.seed") }</span>
                <input type="number" data-test="machine-seed" min="0" step="1" value={machine.seed.to_string()} oninput={seed} />
            </label>
            { start_methods(props) }
            { stdouts(props) }
            <NetworkPanel machine={machine.clone()} dispatch={props.dispatch.clone()} />
        </div>
    }
}

/// A field that changes the machine when what is typed makes sense.
fn changing(
    props: &MachinePanelProps,
    change: fn(&mut Machine, &str) -> Option<()>,
) -> Callback<InputEvent> {
    let (machine, dispatch) = (props.machine.clone(), props.dispatch.clone());
    Callback::from(move |event: InputEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = target else { return };
        let mut next = machine.clone();
        if change(&mut next, input.value().trim()).is_some() {
            dispatch.dispatch(Action::SetMachine(next));
        }
    })
}

fn pythons(props: &MachinePanelProps) -> Html {
    let (machine, dispatch) = (props.machine.clone(), props.dispatch.clone());
    let onchange = Callback::from(move |event: Event| {
        let version = chosen(&event).and_then(|name| PythonVersion::from_name(&name));
        if let Some(python) = version {
            dispatch.dispatch(Action::SetMachine(Machine {
                python,
                ..machine.clone()
            }));
        }
    });
    let options = PythonVersion::ALL.into_iter().map(|version| {
        let name = version.name();
        let label = match version.has_gil() {
            true => name.to_owned(),
            false => t_with("machine.free_threaded", &[("version", name)]),
        };
        html! { <option key={name} value={name} selected={version == props.machine.python}>{ label }</option> }
    });
    html! {
        <label title={t("machine.python.hint")}>
            <span>{ t("machine.python") }</span>
            <select data-test="machine-python" {onchange}>{ for options }</select>
        </label>
    }
}

fn start_methods(props: &MachinePanelProps) -> Html {
    let methods = [
        ("default", None, t("machine.start.default")),
        ("fork", Some(StartMethod::Fork), "fork"),
        ("spawn", Some(StartMethod::Spawn), "spawn"),
        ("forkserver", Some(StartMethod::Forkserver), "forkserver"),
    ];
    let (machine, dispatch) = (props.machine.clone(), props.dispatch.clone());
    let onchange = Callback::from(move |event: Event| {
        let name = chosen(&event);
        let method = methods.iter().find(|(of, ..)| Some(*of) == name.as_deref());
        if let Some(&(_, start_method, _)) = method {
            dispatch.dispatch(Action::SetMachine(Machine {
                start_method,
                ..machine.clone()
            }));
        }
    });
    let options = methods.into_iter().map(|(name, method, label)| {
        html! { <option key={name} value={name} selected={method == props.machine.start_method}>{ label }</option> }
    });
    html! {
        <label title={t("machine.start.hint")}>
            <span>{ t("machine.start") }</span>
            <select data-test="machine-start" {onchange}>{ for options }</select>
        </label>
    }
}

fn stdouts(props: &MachinePanelProps) -> Html {
    let (machine, dispatch) = (props.machine.clone(), props.dispatch.clone());
    let onchange = Callback::from(move |event: Event| {
        let stdout = match chosen(&event).as_deref() {
            Some("pipe") => StdoutMode::Pipe,
            _ => StdoutMode::Terminal,
        };
        dispatch.dispatch(Action::SetMachine(Machine {
            stdout,
            ..machine.clone()
        }));
    });
    let pipe = props.machine.stdout == StdoutMode::Pipe;
    html! {
        <label title={t("machine.stdout.hint")}>
            <span>{ t("machine.stdout") }</span>
            <select data-test="machine-stdout" {onchange}>
                <option value="terminal" selected={!pipe}>{ t("machine.stdout.terminal") }</option>
                <option value="pipe" selected={pipe}>{ t("machine.stdout.pipe") }</option>
            </select>
        </label>
    }
}
