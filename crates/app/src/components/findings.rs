//! What the run showed, a card each.

use crate::effects::Dispatch;
use crate::i18n::{Language, t, t_maybe, t_with, use_language};
use crate::state::{Action, RunReport};
use crate::words;
use interleave_engine::{Finding, Report};
use yew::prelude::*;

/// What [`Findings`] shows.
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// The run.
    pub report: Option<RunReport>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The findings.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let language = use_language();
    let findings = props.report.iter().flat_map(|report| {
        let cards = report.findings.iter().enumerate();
        cards.map(|(index, finding)| {
            html! { <li key={index}>{ card(report, finding, language, &props.dispatch) }</li> }
        })
    });
    let is_empty = props
        .report
        .as_ref()
        .is_none_or(|report| report.findings.is_empty());
    html! {
        <ul class="findings" aria-label={t("findings.label")}>
            if is_empty {
                <li class="findings-none">{ t("findings.none") }</li>
            }
            { for findings }
        </ul>
    }
}

/// The engine speaks English; the page's own text for a pattern comes first in other languages.
fn localised(finding: &Finding, part: &str, english: &str, language: Language) -> String {
    let key = format!("finding.{}.{part}", finding.pattern);
    match language {
        Language::En => english.to_owned(),
        _ => t_maybe(&key).map_or_else(|| english.to_owned(), str::to_owned),
    }
}

fn card(report: &Report, finding: &Finding, language: Language, dispatch: &Dispatch) -> Html {
    let title = t_maybe(&format!("finding.{}", finding.pattern)).unwrap_or(&finding.pattern);
    let message = localised(finding, "message", &finding.message, language);
    let remedy = localised(finding, "remedy", &finding.remedy, language);
    let threads: Vec<&str> = finding
        .threads
        .iter()
        .map(|thread| words::thread_name(&report.trace, *thread))
        .collect();
    let lines = finding
        .places
        .iter()
        .filter(|place| usize::from(place.file()) < report.files.len() && place.line() > 0);
    let lines = lines.map(|place| {
        let (line, dispatch) = (place.line(), dispatch.clone());
        let file = Some(usize::from(place.file()));
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::GoTo { file, line, column: 0 });
        });
        html! { <button type="button" class="line-link" {onclick}>{ t_with("wait.line", &[("line", &line.to_string())]) }</button> }
    });
    html! {
        <article class="finding">
            <h3>{ title.to_owned() }</h3>
            <p>{ message }</p>
            <p class="finding-where">
                <span>{ threads.join(", ") }</span>
                { for lines }
            </p>
            if !remedy.is_empty() {
                <p class="finding-remedy"><strong>{ t("findings.remedy") }</strong>{ " " }{ remedy }</p>
            }
        </article>
    }
}
