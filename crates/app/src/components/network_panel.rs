//! The simulated network's rules: a small table below the machine, a row a rule, first match first. A field that does not
//! suit says what would, and changes nothing.

use super::icon::{Icon, Picture};
use crate::effects::Dispatch;
use crate::i18n::{t, t_with, use_language};
use crate::state::Action;
use interleave_scenario::Machine;
use interleave_scenario::network::{MAX_RULES, Problem, Rule};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The columns: the word of a rule, its text's key, an example.
const COLUMNS: [(&str, &str, &str); 7] = [
    ("pattern", "network.pattern", "*.example.com/*"),
    ("latency", "network.latency", "lognormal(180ms,0.28)"),
    ("status", "network.status", "200"),
    ("fail", "network.fail", "0%"),
    ("silent", "network.silent", "0%"),
    ("bandwidth", "network.bandwidth", "10MB/s"),
    ("size", "network.size", "20KB"),
];
/// What a new rule speaks of until its pattern is written.
const ANYTHING: &str = "*";

/// What [`NetworkPanel`] shows.
#[derive(Properties, PartialEq)]
pub struct NetworkPanelProps {
    /// The machine, whose network it is.
    pub machine: Machine,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The button that opens the table, and the table.
#[component]
pub fn NetworkPanel(props: &NetworkPanelProps) -> Html {
    use_language();
    let open = use_state(|| false);
    let table = use_node_ref();
    let count = props.machine.network.rules.len();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let on_key = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                open.set(false);
            }
        })
    };
    {
        // A rule that was just added is ready to be written.
        let table = table.clone();
        let before = use_mut_ref(|| count);
        use_effect_with(count, move |&count| {
            if count > before.replace(count)
                && let Some(input) = first_of_last_row(&table)
            {
                let _ = input.focus();
            }
        });
    }
    html! {
        <>
            <button type="button" class="network-toggle" data-test="network" aria-expanded={open.to_string()} aria-controls="network-rules" title={t("network.hint")} onclick={toggle}>
                { t("network.title") }
                if count > 0 { <span class="network-count">{ count }</span> }
            </button>
            if *open {
                <div id="network-rules" class="network" role="group" aria-label={t("network.title")} ref={table} onkeydown={on_key}>
                    { rules(props) }
                </div>
            }
        </>
    }
}

fn rules(props: &NetworkPanelProps) -> Html {
    let rules = &props.machine.network.rules;
    let add = change(props, |machine| {
        let added = Rule::of(ANYTHING).ok()?;
        machine.network.rules.push(added);
        Some(())
    });
    let rows = rules
        .iter()
        .enumerate()
        .map(|(index, rule)| row(props, index, rule));
    html! {
        <>
            <p class="network-intro">{ t("network.intro") }</p>
            if !rules.is_empty() {
                <table>
                    <thead>
                        <tr>
                            { for COLUMNS.iter().map(|(word, key, _)| html! { <th key={*word} scope="col">{ t(key) }</th> }) }
                            <th scope="col"><span class="network-hidden">{ t("network.order") }</span></th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }
            <button type="button" class="button" data-test="network-add" disabled={rules.len() >= MAX_RULES} onclick={add}>{ t("network.add") }</button>
        </>
    }
}

fn row(props: &NetworkPanelProps, index: usize, rule: &Rule) -> Html {
    let number = (index + 1).to_string();
    let fields = COLUMNS.iter().map(|&(word, key, example)| {
        let (machine, dispatch) = (props.machine.clone(), props.dispatch.clone());
        let set = Callback::from(move |rule: Rule| {
            let mut next = machine.clone();
            if let Some(slot) = next.network.rules.get_mut(index) {
                *slot = rule;
                dispatch.dispatch(Action::SetMachine(next));
            }
        });
        html! {
            <td key={word}>
                <Field {word} {example} label={t_with("network.field", &[("what", t(key)), ("number", &number)])} test={format!("network-{word}-{number}")} rule={rule.clone()} {set} />
            </td>
        }
    });
    let up = change(props, move |machine| {
        (index > 0).then(|| machine.network.rules.swap(index - 1, index))
    });
    let remove = change(props, move |machine| {
        let rules = &mut machine.network.rules;
        (index < rules.len()).then(|| drop(rules.remove(index)))
    });
    let (up_label, remove_label) = (
        t_with("network.up", &[("number", &number)]),
        t_with("network.remove", &[("number", &number)]),
    );
    html! {
        <tr key={index}>
            { for fields }
            <td class="network-actions">
                <button type="button" class="button quiet" disabled={index == 0} title={up_label.clone()} aria-label={up_label} onclick={up}>{ "↑" }</button>
                <button type="button" class="button quiet" data-test={format!("network-remove-{number}")} title={remove_label.clone()} aria-label={remove_label} onclick={remove}>
                    <Icon picture={Picture::Close} />
                </button>
            </td>
        </tr>
    }
}

fn change(
    props: &NetworkPanelProps,
    change: impl Fn(&mut Machine) -> Option<()> + 'static,
) -> Callback<MouseEvent> {
    let (machine, dispatch) = (props.machine.clone(), props.dispatch.clone());
    Callback::from(move |_| {
        let mut next = machine.clone();
        if change(&mut next).is_some() {
            dispatch.dispatch(Action::SetMachine(next));
        }
    })
}

#[derive(Properties, PartialEq)]
struct FieldProps {
    word: &'static str,
    example: &'static str,
    label: String,
    test: String,
    rule: Rule,
    set: Callback<Rule>,
}

/// What is typed, and the rule's own text when it was: once another hand changes the rule, what was typed is void.
#[derive(Clone, PartialEq)]
struct Typed {
    text: String,
    own: String,
    problem: Option<Problem>,
}

/// A field of a rule; what it holds may be wrong for as long as somebody writes.
#[component]
fn Field(props: &FieldProps) -> Html {
    let typed = use_state(|| None::<Typed>);
    let own = props.rule.text_of(props.word);
    let shown = typed.as_ref().filter(|typed| typed.own == own);
    let problem = shown.and_then(|typed| typed.problem);
    let oninput = {
        let (typed, rule, set, own) = (
            typed.clone(),
            props.rule.clone(),
            props.set.clone(),
            own.clone(),
        );
        let word = props.word;
        Callback::from(move |event: InputEvent| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = target else { return };
            let text = input.value();
            let mut next = rule.clone();
            match next.set(word, &text) {
                Ok(()) => {
                    let own = next.text_of(word);
                    typed.set(Some(Typed {
                        text,
                        own,
                        problem: None,
                    }));
                    set.emit(next);
                }
                Err(problem) => typed.set(Some(Typed {
                    text,
                    own: own.clone(),
                    problem: Some(problem),
                })),
            }
        })
    };
    let onblur = {
        let typed = typed.clone();
        Callback::from(move |_: FocusEvent| {
            if typed.as_ref().is_some_and(|typed| typed.problem.is_none()) {
                typed.set(None);
            }
        })
    };
    let value = shown.map_or(own.clone(), |typed| typed.text.clone());
    let told = format!("{}-problem", props.test);
    html! {
        <>
            <input
                type="text"
                class={props.word}
                data-test={props.test.clone()}
                aria-label={props.label.clone()}
                aria-invalid={problem.is_some().to_string()}
                aria-describedby={problem.map(|_| told.clone())}
                placeholder={props.example}
                spellcheck="false"
                autocomplete="off"
                {value}
                {oninput}
                {onblur}
            />
            if let Some(problem) = problem {
                <span id={told} class="network-problem" role="alert">{ t(problem.key()) }</span>
            }
        </>
    }
}

fn first_of_last_row(table: &NodeRef) -> Option<HtmlElement> {
    let table = table.cast::<HtmlElement>()?;
    let found = table.query_selector("tbody tr:last-child input").ok()??;
    found.dyn_into().ok()
}
