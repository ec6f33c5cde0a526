//! Processes in the page: lanes of their own, memory of their own, and programs that do not end.

use e2e::visit;

/// A child changes what the parent keeps, and both are alive at 1 s.
const APART: &str = "\
import multiprocessing, time
total = 1
def change():
    global total
    total = 100
    time.sleep(3)
if __name__ == '__main__':
    child = multiprocessing.Process(target=change)
    child.start()
    time.sleep(2)
    print('parent sees', total)
    child.join()
";

#[test]
fn the_variables_of_parent_and_child_stand_side_by_side() {
    visit("variables", |visitor| async move {
        visitor.open("").await;
        visitor.set_source(APART).await;
        visitor.run().await;
        visitor.wait_for_text("console", "parent sees 1").await;
        visitor.click("tab-variables").await;
        visitor.wait_for_text("variables", "total").await;
        visitor.wait_for_text("variables", "exit code 0").await;
        let shown = visitor.text("variables").await;
        assert!(shown.contains("100"), "the child's value: {shown}");
        assert!(shown.contains("differs"), "{shown}");
        visitor.shot("variables").await;
        visitor.choose("machine-start", "spawn").await;
        visitor.run().await;
        visitor.wait_for_text("console", "parent sees 1").await;
    });
}
