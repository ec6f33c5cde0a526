//! The examples with their lessons, grouped by topic or by article; a click opens one.

use super::modal::Modal;
use crate::browser::now_ms;
use crate::effects::Dispatch;
use crate::i18n::{Language, t, t_with};
use crate::state::Action;
use interleave_scenario::gallery::{self, Article, Entry, Topic};
use interleave_trace::put_in_order;
use yew::prelude::*;

/// What [`Gallery`] shows.
#[derive(Properties, PartialEq)]
pub struct GalleryProps {
    /// Whether it is open.
    pub open: bool,
    /// How many examples are known: more when the others have arrived.
    pub examples: usize,
    /// The page's language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The dialog.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    let by_article = use_state(|| false);
    let choose = |articles: bool| {
        let by_article = by_article.clone();
        let class = classes!("button", (*by_article == articles).then_some("primary"));
        let pressed = (*by_article == articles).to_string();
        let label = if articles {
            t("gallery.by_article")
        } else {
            t("gallery.by_topic")
        };
        let onclick = Callback::from(move |_: MouseEvent| by_article.set(articles));
        html! { <button type="button" {class} aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowDialog(None)))
    };
    // Nothing is laid out while nobody looks.
    let groups = match (props.open, *by_article) {
        (false, _) => Vec::new(),
        (true, true) => by_articles(props),
        (true, false) => by_topics(props),
    };
    html! {
        <Modal open={props.open} class="gallery" labelled_by="gallery-title" dispatch={props.dispatch.clone()}>
            <header class="gallery-head">
                <h2 id="gallery-title">{ t("gallery.title") }</h2>
                <div role="group" aria-label={t("gallery.group")}>{ choose(false) }{ choose(true) }</div>
                <button type="button" class="button quiet" onclick={close}>{ t("help.close") }</button>
            </header>
            { for groups }
        </Modal>
    }
}

fn by_topics(props: &GalleryProps) -> Vec<Html> {
    let chinese = props.language == Language::Zh;
    let topics = Topic::ALL.into_iter();
    topics
        .map(|topic| {
            let title = if chinese {
                topic.title_zh()
            } else {
                topic.title_en()
            };
            group(props, title, |entry| entry.topic == topic)
        })
        .collect()
}

fn by_articles(props: &GalleryProps) -> Vec<Html> {
    let chinese = props.language == Language::Zh;
    let articles = Article::ALL.into_iter();
    articles
        .map(|article| {
            let title = if chinese {
                article.title_zh()
            } else {
                article.title_en()
            };
            let number = article.number().to_string();
            let title = t_with("gallery.article", &[("number", &number), ("title", title)]);
            group(props, &title, |entry| entry.article == article)
        })
        .collect()
}

fn group(props: &GalleryProps, title: &str, belongs: impl Fn(&Entry) -> bool) -> Html {
    let mut entries: Vec<&'static Entry> = gallery::all().iter().filter(|e| belongs(e)).collect();
    put_in_order(&mut entries, |entry| number_of(entry));
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <section class="gallery-group">
            <h3>{ title }</h3>
            <div class="gallery-cards">{ for entries.into_iter().map(|entry| card(props, entry)) }</div>
        </section>
    }
}

/// Where an entry stands among its group's: by article, then by number.
fn number_of(entry: &Entry) -> u64 {
    let number = entry.article_row.split('.').nth(1);
    let number: u32 = number.and_then(|n| n.parse().ok()).unwrap_or(0);
    u64::from(entry.article.number()) << 32 | u64::from(number)
}

fn card(props: &GalleryProps, entry: &'static Entry) -> Html {
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Open {
            scenario: Box::new(entry.scenario()),
            notice: "message.example_opened",
            now_ms: now_ms(),
        });
    });
    let (title, lesson) = match props.language {
        Language::En => (&entry.title_en, &entry.lesson_en),
        Language::Zh => (&entry.title_zh, &entry.lesson_zh),
    };
    html! {
        <button type="button" class="gallery-card" key={&*entry.name} data-test={format!("card-{}", entry.name)} {onclick}>
            <span class="gallery-row">{ &entry.article_row }</span>
            <strong>{ title }</strong>
            <span class="gallery-lesson">{ lesson }</span>
        </button>
    }
}
