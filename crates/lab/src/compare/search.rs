//! Looks for where the recommendation flips, one number of the workload after the other, on the engine workers. Owns
//! the order; the halving is the engine's.

use super::state::{Comparing, Happened};
use crate::engines::{Evaluation, Heard, evaluate};
use interleave_engine::Figures;
use interleave_engine::ways::FlipSearch;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What holds the evaluation that is under way: emptying it cancels it.
pub type Hold = Rc<RefCell<Option<Evaluation>>>;

/// Goes on with `searches`, the last first, until none is left.
pub fn go_on(mut searches: Vec<FlipSearch>, hold: Hold, dispatch: UseReducerDispatcher<Comparing>) {
    let Some(search) = searches.last_mut() else {
        hold.take();
        dispatch.dispatch(Happened::Searched);
        return;
    };
    let Some(scenarios) = search.next() else {
        if let Some(flip) = search.found() {
            dispatch.dispatch(Happened::Flips(flip));
        }
        searches.pop();
        return go_on(searches, hold, dispatch);
    };
    let figures = Rc::new(RefCell::new(vec![Figures::default(); scenarios.len()]));
    let searches = Rc::new(RefCell::new(searches));
    let tell = {
        let hold = hold.clone();
        Callback::from(move |heard: Heard| match heard {
            Heard::Figures(index, ran) => figures.borrow_mut()[index] = *ran,
            Heard::Over => {
                let mut searches = searches.take();
                if let Some(search) = searches.last_mut() {
                    search.tell(&figures.borrow());
                }
                go_on(searches, hold.clone(), dispatch.clone());
            }
            failed @ Heard::Failed(_) => dispatch.dispatch(Happened::Heard(failed)),
        })
    };
    let evaluation = evaluate(scenarios, tell);
    hold.replace(Some(evaluation));
}
