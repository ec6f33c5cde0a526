//! The bar at the top: the name, Run, Stop, Share, the examples, language, theme and help.

use super::icon::{Icon, Picture};
use super::tabs::focus_tab;
use crate::browser::{fetched, now_ms};
use crate::effects::Dispatch;
use crate::i18n::{self, Language, t, t_with};
use crate::state::{Action, Dialog, Notice, Settings, State, Tab, Theme, is_own_work};
use interleave_lab::bridge::LabTab;
use interleave_scenario::gallery::{self, Topic};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What [`TopBar`] shows.
#[derive(Properties, PartialEq)]
pub struct TopBarProps {
    /// The page's state.
    pub state: State,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// Share was pressed.
    pub on_share: Callback<()>,
}

/// What was chosen of a menu.
pub fn chosen(event: &Event) -> Option<String> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    Some(select.value())
}

/// The bar at the top.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let TopBarProps {
        state,
        dispatch,
        on_share,
    } = props;
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let for_real = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let tab = Tab::Lab(LabTab::Real);
            dispatch.dispatch(Action::ShowTab(tab));
            focus_tab(tab);
        })
    };
    let share = on_share.reform(|_: MouseEvent| ());
    html! {
        <header class="bar">
            <a class="bar-skip" href="#" onclick={act(Action::GoTo { file: None, line: 1, column: 0 })}>{ t("app.skip_to_editor") }</a>
            <h1 class="bar-name" title={t("app.tagline")}>
                <Icon picture={Picture::Mark} />
                <span>{ t("app.name") }</span>
            </h1>
            <div class="bar-actions" role="group" aria-label={t("bar.label")}>
                <button class="button primary" data-test="run" title={t("bar.run.hint")} onclick={act(Action::Run)}>
                    <Icon picture={Picture::Run} />
                    <span>{ t("bar.run") }</span>
                </button>
                <button class="button" data-test="stop" title={t("bar.stop.hint")} disabled={!state.is_running()} onclick={act(Action::Stop)}>
                    <Icon picture={Picture::Stop} />
                    <span>{ t("bar.stop") }</span>
                </button>
                <button class="button" data-test="run-for-real" title={t("bar.real.hint")} onclick={for_real}>
                    <span>{ t("bar.real") }</span>
                </button>
                <button class="button" data-test="share" title={t("bar.share.hint")} onclick={share}>
                    <Icon picture={Picture::Share} />
                    <span>{ t("bar.share") }</span>
                </button>
            </div>
            { examples(state, dispatch) }
            <div class="bar-end">
                { languages(state.settings, dispatch) }
                { themes(state.settings, dispatch) }
                <button class="button quiet" title={t("bar.help")} aria-label={t("bar.help")} onclick={act(Action::ShowDialog(Some(Dialog::Help)))}>
                    { "?" }
                </button>
            </div>
        </header>
    }
}

/// The examples by topic, then the drafts.
fn examples(state: &State, dispatch: &Dispatch) -> Html {
    let own = is_own_work(&state.scenario) || state.source().trim().is_empty();
    let current = match (&state.scenario.gallery, own) {
        (Some(name), false) => name.clone(),
        _ => String::new(),
    };
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(value) = chosen(&event) else { return };
            let now_ms = now_ms();
            if let Some(index) = value.strip_prefix("draft:") {
                if let Ok(index) = index.parse() {
                    dispatch.dispatch(Action::OpenDraft { index, now_ms });
                }
            } else if let Some(entry) = gallery::by_name(&value) {
                let scenario = Box::new(entry.scenario());
                let notice = "message.example_opened";
                dispatch.dispatch(Action::Open {
                    scenario,
                    notice,
                    now_ms,
                });
            }
        })
    };
    let browse = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ShowDialog(Some(Dialog::Gallery)))
        })
    };
    let chinese = state.settings.language == Language::Zh;
    let topics = Topic::ALL.into_iter().map(|topic| {
        let label = if chinese { topic.title_zh() } else { topic.title_en() };
        let entries = gallery::all().iter().filter(|entry| entry.topic == topic).map(|entry| {
            let title = if chinese { &*entry.title_zh } else { &*entry.title_en };
            html! { <option key={&*entry.name} value={&*entry.name} selected={current == entry.name}>{ title }</option> }
        });
        html! { <optgroup key={topic.name()} {label}>{ for entries }</optgroup> }
    });
    let drafts = state.drafts.iter().enumerate().map(|(index, draft)| {
        let lines = draft.line_count().to_string();
        let title: String = draft.title().chars().take(48).collect();
        let label = t_with("gallery.draft", &[("title", &title), ("count", &lines)]);
        html! { <option key={index} value={format!("draft:{index}")}>{ label }</option> }
    });
    html! {
        <label class="bar-examples" title={t("bar.examples.hint")}>
            <span>{ t("bar.examples") }</span>
            <select data-test="gallery" {onchange}>
                if current.is_empty() {
                    <option value="" selected=true>{ t("gallery.own") }</option>
                }
                { for topics }
                if !state.drafts.is_empty() {
                    <optgroup label={t("gallery.drafts")}>{ for drafts }</optgroup>
                }
            </select>
            <button type="button" class="button quiet" data-test="browse" title={t("gallery.browse.hint")} onclick={browse}>
                { t("gallery.browse") }
            </button>
        </label>
    }
}

fn languages(settings: Settings, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(language) = chosen(&event).and_then(|tag| Language::from_tag(&tag)) else {
                return;
            };
            let choose = Action::SetSettings(Settings {
                language,
                ..settings
            });
            if i18n::speaks(language) {
                dispatch.dispatch(choose);
                return;
            }
            let dispatch = dispatch.clone();
            wasm_bindgen_futures::spawn_local(async move {
                match fetched(i18n::ZH_FILE).await {
                    Ok(text) => {
                        i18n::learn_zh(&text);
                        dispatch.dispatch(choose);
                    }
                    Err(_) => {
                        dispatch.dispatch(Action::Say(Notice::warning("message.no_language")))
                    }
                }
            });
        })
    };
    // A language's own name is for those who can't read the current one: it is never translated.
    let names = [
        ("en", "English", Language::En),
        ("zh", "中文", Language::Zh),
    ];
    html! {
        <select class="compact" data-test="language" aria-label={t("language.label")} title={t("language.label")} {onchange}>
            { for names.into_iter().map(|(value, name, language)| html! {
                <option key={value} {value} selected={settings.language == language}>{ name }</option>
            }) }
        </select>
    }
}

fn themes(settings: Settings, dispatch: &Dispatch) -> Html {
    let names = [
        (Theme::Auto, t("theme.auto")),
        (Theme::Light, t("theme.light")),
        (Theme::Dark, t("theme.dark")),
    ];
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(value) = chosen(&event) else { return };
            let themes = [Theme::Auto, Theme::Light, Theme::Dark];
            if let Some(theme) = themes.into_iter().find(|theme| theme.name() == value) {
                dispatch.dispatch(Action::SetSettings(Settings { theme, ..settings }));
            }
        })
    };
    html! {
        <select class="compact" data-test="theme" aria-label={t("theme.label")} title={t("theme.label")} {onchange}>
            { for names.into_iter().map(|(theme, name)| html! {
                <option key={theme.name()} value={theme.name()} selected={settings.theme == theme}>{ name }</option>
            }) }
        </select>
    }
}
