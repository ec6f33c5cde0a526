//! What the run showed, a card each.

use crate::effects::Dispatch;
use crate::i18n::{Language, t, t_maybe, t_with, use_language};
use crate::state::{Action, RunReport};
use crate::words;
use interleave_engine::{Finding, Report, Words};
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

fn said(words: &Words, language: Language) -> &str {
    match language {
        Language::En => &words.en,
        Language::Zh => &words.zh,
    }
}

fn card(report: &Report, finding: &Finding, language: Language, dispatch: &Dispatch) -> Html {
    let title = t_maybe(&format!("finding.{}", finding.pattern)).unwrap_or(&finding.pattern);
    let message = said(&finding.message, language);
    let remedy = said(&finding.remedy, language);
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
