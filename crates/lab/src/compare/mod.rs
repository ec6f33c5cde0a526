//! **Compare**: one job, several ways. Owns the panel; what a way costs, which is best and where that flips is the
//! engine's to say.

mod search;
mod state;

use crate::app::PanelProps;
use crate::browser::tell;
use crate::engines::{Heard, evaluate};
use crate::words::{t, t_with};
use interleave_engine::ways::FlipSearch;
use interleave_engine::{Ending, Figures};
use interleave_lab::bridge::{FromLab, LabTab};
use interleave_lab::figures::{duration, percent};
use interleave_lab::texts::Language;
use interleave_scenario::ways::{self, Field};
use interleave_scenario::{Machine, Scenario};
use search::Hold;
use state::{Comparing, Happened, Row, Subject, Work};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const FORM: [Field; 5] = [
    Field::Tasks,
    Field::CpuMs,
    Field::IoMs,
    Field::PayloadKb,
    Field::Workers,
];
/// What is varied to see where the answer flips, the last first.
const SEARCHED: [Field; 3] = [Field::CpuMs, Field::Tasks, Field::IoShare];
const WORKLOAD: &str = "workload";

type Dispatch = UseReducerDispatcher<Comparing>;

/// The panel.
#[component]
pub fn Compare(props: &PanelProps) -> Html {
    let state = use_reducer(Comparing::default);
    let hold = use_memo((), |()| Hold::default());
    let dispatch = state.dispatcher();
    let shown = props.lab.shown.as_ref();
    let machine = shown.map_or_else(Machine::default, |shown| shown.scenario.machine.clone());
    let start = {
        let (state, hold) = (state.clone(), Hold::clone(&hold));
        Callback::from(move |_: MouseEvent| start(&state, &machine, &hold))
    };
    let stop = {
        let (dispatch, hold) = (dispatch.clone(), Hold::clone(&hold));
        Callback::from(move |_: MouseEvent| {
            hold.take();
            dispatch.dispatch(Happened::Stopped);
        })
    };
    let is_idle = state.work == Work::Idle;
    html! {
        <section class="compare" data-test="compare" aria-label={t("compare.title")}>
            <p class="lab-note">{ t("compare.intro") }</p>
            <div class="compare-controls" role="group" aria-label={t("compare.controls")}>
                { subjects(&state, &dispatch) }
                if state.subject == Subject::Workload {
                    { for FORM.into_iter().map(|field| number(&state, field, &dispatch)) }
                }
                <button type="button" class="button primary" data-test="compare-start" disabled={!is_idle} onclick={start}>{ t("compare.start") }</button>
                <button type="button" class="button" data-test="compare-stop" disabled={is_idle} onclick={stop}>{ t("compare.stop") }</button>
                <span role="status" class="lab-note">
                    { match state.work {
                        Work::Idle => "",
                        Work::Running => t("compare.running"),
                        Work::Searching => t("compare.searching"),
                    } }
                </span>
            </div>
            if let Some(reason) = &state.failed {
                <p class="lab-notice" role="alert">{ t_with("compare.failed", &[("reason", reason)]) }</p>
            }
            { advice(&state) }
            if !state.rows.is_empty() {
                { table(&state, props.lab.language) }
            }
        </section>
    }
}

fn start(state: &UseReducerHandle<Comparing>, machine: &Machine, hold: &Hold) {
    let rows = state.ways(machine);
    let scenarios: Vec<Scenario> = rows.iter().map(|row| row.scenario.clone()).collect();
    let dispatch = state.dispatcher();
    dispatch.dispatch(Happened::Began(rows.clone()));
    // The figures are gathered here too: whoever hears the last of them can't look at the state.
    let mut gathered = Comparing::clone(state);
    gathered.of = Some((state.subject.clone(), state.workload));
    gathered.rows = rows;
    let gathered = std::rc::Rc::new(std::cell::RefCell::new(gathered));
    let (machine, held) = (machine.clone(), hold.clone());
    let heard = Callback::from(move |heard: Heard| {
        if let Heard::Figures(index, figures) = &heard {
            gathered.borrow_mut().rows[*index].figures = Some((**figures).clone());
        }
        let is_over = heard == Heard::Over;
        dispatch.dispatch(Happened::Heard(heard));
        let gathered = gathered.borrow();
        if let (true, Some(best)) = (is_over, gathered.recommendation()) {
            let workload = gathered.workload;
            let search = |field| FlipSearch::new(&workload, &machine, field, best.way);
            dispatch.dispatch(Happened::Searches);
            let searches = SEARCHED.into_iter().map(search).collect();
            search::go_on(searches, held.clone(), dispatch.clone());
        }
    });
    hold.replace(Some(evaluate(scenarios, heard)));
}

fn subjects(state: &Comparing, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let menu = event
            .target()
            .map(JsCast::unchecked_into::<HtmlSelectElement>);
        let value = menu.map(|menu| menu.value()).unwrap_or_default();
        dispatch.dispatch(Happened::Chose(match &*value {
            WORKLOAD => Subject::Workload,
            _ => Subject::Group(value),
        }));
    });
    let groups = ways::groups().into_iter().map(|name| {
        let is_chosen = matches!(&state.subject, Subject::Group(chosen) if chosen == name);
        html! { <option key={name} value={name} selected={is_chosen}>{ t(&format!("compare.group.{name}")) }</option> }
    });
    html! {
        <label>
            <span>{ t("compare.subject") }</span>
            <select data-test="compare-subject" {onchange}>
                <option value={WORKLOAD} selected={state.subject == Subject::Workload}>{ t("compare.workload") }</option>
                { for groups }
            </select>
        </label>
    }
}

fn number(state: &Comparing, field: Field, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event
            .target()
            .map(JsCast::unchecked_into::<HtmlInputElement>);
        let value = input.map_or(f64::NAN, |input| input.value_as_number());
        if !value.is_nan() {
            dispatch.dispatch(Happened::Set(field, value));
        }
    });
    let (least, most) = field.bounds();
    let step = if field.is_whole() { "1" } else { "any" };
    html! {
        <label key={field.name()}>
            <span>{ t(&format!("compare.field.{}", field.name())) }</span>
            <input type="number" data-test={format!("compare-{}", field.name())} min={least.to_string()} max={most.to_string()} {step} value={state.workload.get(field).to_string()} {onchange} />
        </label>
    }
}

/// What to choose, why, and where that flips.
fn advice(state: &Comparing) -> Html {
    let (Some(best), Some((_, workload))) = (state.recommendation(), &state.of) else {
        return Html::default();
    };
    let way = |way: ways::Way| t(&format!("compare.way.{}", way.name()));
    let flips = state.flips.iter().map(|flip| {
        let now = workload.get(flip.field);
        let key = if flip.at > now { "compare.flip.from" } else { "compare.flip.below" };
        let field = t(&format!("compare.field.{}", flip.field.name()));
        let at = format!("{:.3}", flip.at);
        let at = at.trim_end_matches('0').trim_end_matches('.');
        let text = t_with(key, &[("field", field), ("at", at), ("way", way(flip.to))]);
        html! { <li key={flip.field.name()} data-test={format!("compare-flip-{}", flip.field.name())}>{ text }</li> }
    });
    let times = format!("{:.1}", best.times_as_fast);
    html! {
        <div class="compare-advice" data-test="compare-advice">
            <p>
                <strong>{ t_with("compare.choose", &[("way", way(best.way)), ("times", &times)]) }</strong>
                { " " }
                { t(&format!("compare.reason.{}", best.reason.name())) }
                if let Some(quicker) = best.quicker {
                    { " " }{ t_with("compare.quicker", &[("way", way(quicker))]) }
                }
            </p>
            <ul>{ for flips }</ul>
        </div>
    }
}

/// The parts of a makespan: their look, their text, and what they are of a run.
const PARTS: [(&str, &str, fn(&Figures) -> u64); 4] = [
    ("start", "compare.part.start_up", |figures| {
        figures.start_up_ns
    }),
    ("work", "compare.part.cpu", |figures| figures.cpu_ns),
    ("wait", "compare.part.waiting", |figures| figures.waiting_ns),
    ("over", "compare.part.overhead", |figures| {
        figures.overhead_ns
    }),
];

fn table(state: &Comparing, language: Language) -> Html {
    let longest_ns = state.longest_ns();
    let best = state.recommendation().map(|best| best.way);
    let legend = PARTS.into_iter().map(|(class, name, _)| {
        html! { <li key={class}><span class={classes!("part", class)}></span>{ t(name) }</li> }
    });
    let rows = state.rows.iter().enumerate().map(|(index, row)| {
        let is_best = row.way.is_some() && row.way == best
            || best.is_none() && state.work == Work::Idle && state.quickest() == Some(index);
        table_row(row, longest_ns, is_best, language)
    });
    html! {
        <>
            <ul class="parts-legend">{ for legend }</ul>
            <div class="lab-scroll">
                <table class="lab-table" data-test="compare-table">
                    <thead><tr>
                        <th scope="col">{ t("compare.way") }</th>
                        <th scope="col" class="lanes-bars">{ t("compare.bars") }</th>
                        <th scope="col">{ t("compare.makespan") }</th>
                        { for PARTS.into_iter().map(|(_, name, _)| html! { <th key={name} scope="col">{ t(name) }</th> }) }
                        <th scope="col">{ t("compare.efficiency") }</th>
                        <th scope="col">{ t("compare.open") }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </>
    }
}

fn table_row(row: &Row, longest_ns: u64, is_best: bool, language: Language) -> Html {
    let name = match (&row.titles, row.way) {
        (Some((en, zh)), _) => if language == Language::Zh { zh } else { en }.clone(),
        (None, way) => way.map_or(String::new(), |way| {
            t(&format!("compare.way.{}", way.name())).to_owned()
        }),
    };
    let open = |tab: Option<LabTab>| {
        let scenario = row.scenario.clone();
        Callback::from(move |_: MouseEvent| {
            tell(&FromLab::Open(Box::new(scenario.clone())));
            if let Some(tab) = tab {
                tell(&FromLab::ShowTab(tab));
            }
        })
    };
    let figures = row.figures.as_ref();
    let bar = figures.map(|figures| {
        let parts = PARTS.into_iter().map(|(class, name, of)| {
            let width = of(figures) as f64 * 100.0 / longest_ns.max(1) as f64;
            let title = format!("{}: {}", t(name), duration(of(figures)));
            html! { <span key={class} class={classes!("part", class)} style={format!("width:{width:.2}%")} {title}></span> }
        });
        html! { <div class="parts" aria-hidden="true">{ for parts }</div> }
    });
    let cell = |of: &dyn Fn(&Figures) -> String| figures.map_or("…".to_owned(), of);
    let ended = figures.filter(|figures| figures.ending != Ending::Finished);
    html! {
        <tr key={name.clone()} class={classes!(is_best.then_some("best"))}>
            <th scope="row">
                { &name }
                if is_best { <span class="compare-best">{ t("compare.best") }</span> }
                if let Some(figures) = ended {
                    <span class="compare-ended">{ t(&format!("compare.ending.{}", figures.ending.name())) }</span>
                }
            </th>
            <td class="lanes-bars">{ bar }</td>
            <td>{ cell(&|figures| duration(figures.makespan_ns)) }</td>
            { for PARTS.into_iter().map(|(_, key, of)| html! { <td {key}>{ cell(&|figures| duration(of(figures))) }</td> }) }
            <td>{ cell(&|figures| percent(figures.efficiency)) }</td>
            <td class="compare-open">
                <button type="button" class="button" data-test="compare-open" onclick={open(None)}>{ t("compare.open.script") }</button>
                <button type="button" class="button" onclick={open(Some(LabTab::Real))}>{ t("compare.open.real") }</button>
            </td>
        </tr>
    }
}
