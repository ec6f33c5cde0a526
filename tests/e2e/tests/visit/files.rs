//! Several files in one scenario: a tab each, kept over a reload, told by name in a traceback.

use e2e::visit;

#[test]
fn a_second_file_is_imported_renamed_kept_and_removed() {
    visit("files", |visitor| async move {
        visitor.open("").await;
        visitor
            .set_source("import greeter\ngreeter.greet()\n")
            .await;
        visitor.click("file-add").await;
        visitor
            .set_source("def greet():\n    print('from the second file')\n")
            .await;
        visitor.choose("file-name", "greeter.py").await;
        visitor.run().await;
        visitor
            .wait_for_text("console", "from the second file")
            .await;
        visitor.reload().await;
        assert!(visitor.source().await.contains("import greeter"));
        visitor.click("file-greeter.py").await;
        visitor
            .wait_for(
                "the second file's source",
                "window.interleave.source().includes('def greet')",
            )
            .await;
        visitor.click("file-remove").await;
        visitor.wait_for_text("message", "greeter.py").await;
        visitor.run().await;
        visitor
            .wait_for_text("console", "ModuleNotFoundError")
            .await;
    });
}
