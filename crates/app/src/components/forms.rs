//! The forms that the source's `#@param` comments ask for.

use crate::effects::Dispatch;
use crate::i18n::{t, use_language};
use crate::state::Action;
use interleave_scenario::param::{Literal, Param, ParamKind};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What [`Forms`] shows.
#[derive(Properties, PartialEq)]
pub struct FormsProps {
    /// The forms, in order of lines.
    pub params: Rc<Vec<Param>>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The forms; a source without any has none.
#[component]
pub fn Forms(props: &FormsProps) -> Html {
    use_language();
    if props.params.is_empty() {
        return Html::default();
    }
    html! {
        <div class="forms" role="group" aria-label={t("forms.label")}>
            { for props.params.iter().map(|param| form(param, &props.dispatch)) }
        </div>
    }
}

fn typed(event: &InputEvent) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

fn form(param: &Param, dispatch: &Dispatch) -> Html {
    let test = format!("param-{}", param.name);
    let set = {
        let (param, dispatch) = (param.clone(), dispatch.clone());
        // A value that does not suit yet (an empty field while typing) changes nothing.
        Callback::from(move |text: String| {
            if let Ok(literal) = param.literal_from(&text) {
                dispatch.dispatch(Action::SetParam(param.name.clone(), literal));
            }
        })
    };
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = typed(&event) {
                set.emit(text);
            }
        })
    };
    let value = param.value.text();
    let control = match &param.kind {
        ParamKind::Slider { min, max, step } => html! {
            <>
                <input type="range" data-test={test} min={min.to_string()} max={max.to_string()} step={step.to_string()} value={value.clone()} {oninput} />
                <output>{ &value }</output>
            </>
        },
        ParamKind::Number {
            min,
            max,
            step,
            integer,
        } => {
            let end = |end: &Option<f64>| end.map(|end| end.to_string());
            let any = if *integer { "1" } else { "any" };
            let step = step.map_or(any.to_owned(), |step| step.to_string());
            html! {
                <input type="number" data-test={test} min={end(min)} max={end(max)} {step} {value} {oninput} />
            }
        }
        ParamKind::Text => html! { <input type="text" data-test={test} {value} {oninput} /> },
        ParamKind::Checkbox => {
            let checked = param.value == Literal::Bool(true);
            let onchange = Callback::from(move |event: Event| {
                let target = event
                    .target()
                    .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
                if let Some(input) = target {
                    set.emit(if input.checked() { "True" } else { "False" }.to_owned());
                }
            });
            html! { <input type="checkbox" data-test={test} {checked} {onchange} /> }
        }
        ParamKind::Dropdown {
            options,
            allow_input: true,
        } => {
            let list = format!("options-{}", param.name);
            html! {
                <>
                    <input type="text" data-test={test} list={list.clone()} {value} {oninput} />
                    <datalist id={list}>
                        { for options.iter().map(|option| html! { <option value={option.text()} /> }) }
                    </datalist>
                </>
            }
        }
        ParamKind::Dropdown { options, .. } => {
            let onchange = Callback::from(move |event: Event| {
                let target = event
                    .target()
                    .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
                if let Some(select) = target {
                    set.emit(select.value());
                }
            });
            html! {
                <select data-test={test} {onchange}>
                    { for options.iter().map(|option| html! {
                        <option value={option.text()} selected={*option == param.value}>{ option.text() }</option>
                    }) }
                </select>
            }
        }
    };
    let kind = match param.kind {
        ParamKind::Slider { .. } => "slider",
        ParamKind::Checkbox => "checkbox",
        _ => "field",
    };
    html! {
        <label key={param.name.clone()} class={classes!("form", kind)}>
            <span class="form-name">{ &param.name }</span>
            { control }
        </label>
    }
}
