//! What the variables hold at the selected instant: a column a process, and in it what each thread is doing.

use crate::effects::Dispatch;
use crate::i18n::{t, t_with, use_language};
use crate::state::{Action, Look, RunReport};
use crate::words;
use interleave_engine::{FrameVariables, ProcessVariables, ThreadVariables, Variable};
use yew::prelude::*;

/// What [`Variables`] shows.
#[derive(Properties, PartialEq)]
pub struct VariablesProps {
    /// The run.
    pub report: Option<RunReport>,
    /// What is known, of whichever instant.
    pub look: Option<Look>,
    /// The run and the instant that should be shown.
    pub wanted: Option<(u32, u64)>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The variables.
#[component]
pub fn Variables(props: &VariablesProps) -> Html {
    use_language();
    let (Some(report), Some((run_id, at_ns))) = (&props.report, props.wanted) else {
        return html! { <p class="console-empty">{ t("variables.none") }</p> };
    };
    let known = props.look.as_ref().filter(|look| look.run_id == run_id);
    let Some(look) = known else {
        return html! { <p class="console-empty">{ t("variables.coming") }</p> };
    };
    let is_late = look.at_ns != at_ns;
    let at = words::seconds(look.at_ns);
    let processes = look.processes.iter();
    let columns =
        processes.map(|process| column(report, process, &look.processes, &props.dispatch));
    html! {
        <div class={classes!("variables", is_late.then_some("late"))} data-test="variables" aria-busy={is_late.to_string()}>
            <p class="variables-when">{ t_with("variables.at", &[("time", &at)]) }</p>
            <div class="variables-columns">{ for columns }</div>
        </div>
    }
}

fn column(
    report: &RunReport,
    process: &ProcessVariables,
    all: &[ProcessVariables],
    dispatch: &Dispatch,
) -> Html {
    let pid = process.pid.to_string();
    let title = match process.exit_code {
        None => t_with("variables.process", &[("pid", &pid)]),
        Some(code) => {
            let code = code.to_string();
            t_with("variables.ended", &[("pid", &pid), ("code", &code)])
        }
    };
    let differs = |variable: &Variable| {
        let mut others = all.iter().flat_map(|other| &other.globals);
        others.any(|other| other.name == variable.name && other.value != variable.value)
    };
    html! {
        <section class="variables-process" key={pid.clone()}>
            <h3>{ title }</h3>
            { table(t("variables.globals"), &process.globals, differs) }
            { for process.threads.iter().map(|thread| stack(report, thread, dispatch)) }
        </section>
    }
}

fn stack(report: &RunReport, thread: &ThreadVariables, dispatch: &Dispatch) -> Html {
    let name = words::thread_name(&report.trace, thread.thread);
    html! {
        <>
            <h4>{ name }</h4>
            { for thread.frames.iter().map(|frame| function(frame, dispatch)) }
        </>
    }
}

fn function(frame: &FrameVariables, dispatch: &Dispatch) -> Html {
    let line = frame.place.line();
    let onclick = {
        let (dispatch, file) = (dispatch.clone(), Some(usize::from(frame.place.file())));
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::GoTo {
                file,
                line,
                column: 0,
            });
        })
    };
    html! {
        <>
            <p class="variables-frame">
                <code>{ format!("{}()", frame.function) }</code>
                if line > 0 {
                    <button type="button" class="line-link" {onclick}>{ t_with("wait.line", &[("line", &line.to_string())]) }</button>
                }
            </p>
            { table(t("variables.locals"), &frame.variables, |_| false) }
        </>
    }
}

fn table(label: &str, variables: &[Variable], differs: impl Fn(&Variable) -> bool) -> Html {
    if variables.is_empty() {
        return Html::default();
    }
    let rows = variables.iter().map(|variable| {
        let mark = differs(variable);
        html! {
            <tr class={classes!(mark.then_some("differs"))}>
                <th scope="row">{ &variable.name }</th>
                <td>
                    <code>{ &variable.value }</code>
                    if mark {
                        <span class="variables-mark" title={t("variables.differs.hint")}>{ t("variables.differs") }</span>
                    }
                </td>
            </tr>
        }
    });
    html! { <table aria-label={label.to_owned()}><tbody>{ for rows }</tbody></table> }
}
