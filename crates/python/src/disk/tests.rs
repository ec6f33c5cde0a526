//! The disk's rules: paths, links, names, and copies that don't see each other's changes.

use super::{Disk, Errno, HOME};

const NOW_NS: u64 = 7;

fn disk() -> Disk {
    Disk::new(&[("main.py".into(), "pass\n".into())], NOW_NS)
}

fn make(disk: &mut Disk, path: &str) -> Result<usize, Errno> {
    disk.open_file(HOME, path, Some(0o644), true, NOW_NS)
}

#[test]
fn paths_lead_through_dots_and_links() {
    let mut disk = disk();
    let main = disk.find(HOME, "main.py", true);
    assert!(main.is_ok());
    for path in [
        "./main.py",
        "../user/main.py",
        "/home/user//main.py",
        "/../home/./user/main.py",
    ] {
        assert_eq!(disk.find(HOME, path, true), main, "{path}");
    }
    disk.make_link(HOME, "../home", "/tmp/h", NOW_NS)
        .expect("a link is made");
    assert_eq!(disk.find("", "/tmp/h/user/main.py", true), main);
    assert_eq!(disk.find(HOME, "main.py/x", true), Err(Errno::ENOTDIR));
    assert_eq!(disk.find(HOME, "main.py/", true), Err(Errno::ENOTDIR));
    assert_eq!(disk.find(HOME, "", true), Err(Errno::ENOENT));
    assert_eq!(
        disk.find(HOME, &"x".repeat(256), true),
        Err(Errno::ENAMETOOLONG)
    );
    disk.make_link(HOME, "b", "a", NOW_NS)
        .expect("a link is made");
    disk.make_link(HOME, "a", "b", NOW_NS)
        .expect("a link is made");
    assert_eq!(disk.find(HOME, "a", true), Err(Errno::ELOOP));
    assert_eq!(make(&mut disk, "a"), Err(Errno::EEXIST));
}

#[test]
fn a_name_is_made_once_and_a_removed_file_stays_for_who_has_it() {
    let mut disk = disk();
    let file = make(&mut disk, "x").expect("a new file");
    assert_eq!(make(&mut disk, "x"), Err(Errno::EEXIST));
    assert_eq!(make(&mut disk, "none/x"), Err(Errno::ENOENT));
    disk.add_name(HOME, "x", "y", NOW_NS)
        .expect("a second name");
    assert_eq!(disk.node(file).links, 2);
    disk.remove_file(HOME, "x", NOW_NS).expect("it is there");
    disk.remove_file(HOME, "y", NOW_NS).expect("it is there");
    disk.write(file, 2, b"ab", NOW_NS)
        .expect("it is still a file");
    assert_eq!(disk.bytes(file), b"\0\0ab");
    assert_eq!(disk.remove_file(HOME, "x", NOW_NS), Err(Errno::ENOENT));
}

#[test]
fn a_rename_replaces_its_like_and_never_goes_into_itself() {
    let mut disk = disk();
    for path in ["d", "d/e", "f"] {
        disk.make_folder(HOME, path, 0o755, NOW_NS)
            .expect("a new folder");
    }
    assert_eq!(disk.rename(HOME, "d", "d/e/g", NOW_NS), Err(Errno::EINVAL));
    assert_eq!(
        disk.rename(HOME, "main.py", "d", NOW_NS),
        Err(Errno::EISDIR)
    );
    assert_eq!(
        disk.rename(HOME, "f", "main.py", NOW_NS),
        Err(Errno::ENOTDIR)
    );
    assert_eq!(disk.rename(HOME, "f", "d", NOW_NS), Err(Errno::ENOTEMPTY));
    disk.rename(HOME, "d", "f", NOW_NS)
        .expect("an empty folder is replaced");
    assert_eq!(disk.remove_folder(HOME, "f", NOW_NS), Err(Errno::ENOTEMPTY));
    let inner = disk.find(HOME, "f/e", true).expect("it went along");
    assert_eq!(disk.path_of(inner), "/home/user/f/e");
}

#[test]
fn a_copy_does_not_see_what_the_other_writes() {
    let mut disk = disk();
    let file = make(&mut disk, "x").expect("a new file");
    let copy = disk.clone();
    disk.write(file, 0, b"new", NOW_NS).expect("it is a file");
    disk.remove_file(HOME, "main.py", NOW_NS)
        .expect("it is there");
    assert_eq!(copy.bytes(file), b"");
    assert!(copy.find(HOME, "main.py", true).is_ok());
}
