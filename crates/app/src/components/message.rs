//! The message at the foot of the page, with its one button.

use super::icon::{Icon, Picture};
use crate::browser::now_ms;
use crate::effects::Dispatch;
use crate::i18n::{t, use_language};
use crate::state::{Action, Notice, NoticeAction, Tone};
use crate::words;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a message for information stays, in ms of real time. The others stay until closed.
const INFO_MS: u32 = 6_000;

/// What [`Message`] shows.
#[derive(Properties, PartialEq)]
pub struct MessageProps {
    /// The message, if there is one.
    pub notice: Option<Notice>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The message.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    use_language();
    {
        let dispatch = props.dispatch.clone();
        use_effect_with(props.notice.clone(), move |notice| {
            let passing = notice
                .as_ref()
                .filter(|notice| notice.tone == Tone::Info && notice.action.is_none());
            let timeout = passing
                .map(|_| Timeout::new(INFO_MS, move || dispatch.dispatch(Action::CloseNotice)));
            move || drop(timeout)
        });
    }
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CloseNotice))
    };
    // The region is always there: a screen reader only tells of changes in one that it knows.
    html! {
        <div class="message-place" role="status" aria-live="polite">
            if let Some(notice) = &props.notice {
                <div class={classes!("message", tone(notice.tone))} data-test="message">
                    <span>{ words::notice(notice) }</span>
                    if let Some(NoticeAction::BackToWork) = notice.action {
                        <button type="button" class="button" data-test="message-action" onclick={back(&props.dispatch)}>{ t("message.back") }</button>
                    }
                    <button type="button" class="button quiet" aria-label={t("message.close")} title={t("message.close")} onclick={close}>
                        <Icon picture={Picture::Close} />
                    </button>
                </div>
            }
        </div>
    }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Info => "info",
        Tone::Warning => "warning",
        Tone::Error => "error",
    }
}

fn back(dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(Action::OpenDraft {
            index: 0,
            now_ms: now_ms(),
        });
    })
}
