//! Promise 24: installing a newer package over an older one, and taking the program away, leaves every record and every setting
//! of a user as it was. The package is made of the program that this test run built, and goes into a system of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use zhibu_tests::{Outcome, Program, binary};

#[test]
fn an_upgrade_and_a_removal_leave_the_users_files_as_they_were() -> Outcome {
    let work = tempfile::tempdir()?;
    let package = packed(work.path())?;
    let newer = as_version(&package, "99.0.0", work.path())?;

    let contents = run(Command::new("dpkg-deb").arg("--contents").arg(&package))?;
    let path = |line: &&str| line.split_whitespace().nth(5).unwrap_or_default().trim_start_matches("./").to_owned();
    let outside: Vec<_> = contents.lines().filter(|line| !format!("{}/", path(line)).starts_with("usr/")).collect();
    let outside: Vec<_> = outside.into_iter().filter(|line| !path(line).is_empty()).collect();
    assert_eq!(outside, Vec::<&str>::new(), "a package of programs touches nothing but /usr");
    assert_eq!(scripts(&package, work.path())?, Vec::<String>::new(), "and runs nothing of its own");

    let system = System::new(work.path())?;
    system.dpkg(&["--install"], Some(&package))?;
    let program = Program::in_folder(system.home(), "2026-11-23");
    program.ok(
        "vault_create",
        json!({ "file": "支部.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "中共示例协会支部委员会" } }),
    );
    program.ok("vault_backup", json!(null));
    program.ok("vault_lock", json!(null));
    fs::create_dir_all(system.home().join(".config/org.zhibu.desk"))?;
    fs::write(system.home().join(".config/org.zhibu.desk/preferences.json"), r#"{"text-size":"20"}"#)?;
    let before = files_below(&system.home())?;
    assert!(before.len() >= 3, "the file, its backup and the preferences: {:?}", before.keys());

    system.dpkg(&["--install"], Some(&newer))?;
    assert_eq!(system.installed()?, "99.0.0");
    assert_eq!(files_below(&system.home())?, before, "after the upgrade");
    system.dpkg(&["--remove", "zhibu"], None)?;
    assert_eq!(files_below(&system.home())?, before, "after the removal");
    system.dpkg(&["--install"], Some(&newer))?;
    system.dpkg(&["--purge", "zhibu"], None)?;
    assert_eq!(files_below(&system.home())?, before, "after the removal of everything that belongs to the package");

    let program = Program::in_folder(system.home(), "2026-11-24");
    let status = program.ok("vault_unlock", json!({ "file": "支部.zhibu", "passphrase": "晨光里的名册2026" }));
    assert_eq!(status["branch"], "中共示例协会支部委员会");
    Ok(())
}

/// A root folder with a database of packages of its own.
struct System {
    root: PathBuf,
}

impl System {
    fn new(work: &Path) -> Outcome<Self> {
        let root = work.join("system");
        for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "home/user"] {
            fs::create_dir_all(root.join(folder))?;
        }
        fs::write(root.join("var/lib/dpkg/status"), "")?;
        Ok(Self { root })
    }

    fn home(&self) -> PathBuf {
        self.root.join("home/user")
    }

    /// What the package depends on is not in this system, and nothing is to be run in it.
    fn dpkg(&self, arguments: &[&str], package: Option<&Path>) -> Outcome {
        let mut command = Command::new("dpkg");
        command.arg(format!("--root={}", self.root.display())).args([
            "--force-depends",
            "--force-not-root",
            "--force-script-chrootless",
            "--force-bad-path",
            "--log=/dev/null",
        ]);
        run(command.args(arguments).args(package)).map(drop)
    }

    fn installed(&self) -> Outcome<String> {
        let admin = format!("--admindir={}", self.root.join("var/lib/dpkg").display());
        run(Command::new("dpkg-query").args([&admin, "--show", "--showformat=${Version}", "zhibu"]))
    }
}

/// The package, made from the program of this build as `make deb` makes it from a release.
fn packed(work: &Path) -> Outcome<PathBuf> {
    let built = binary("zhibu")?;
    let target = built.parent().and_then(Path::parent).ok_or("a program outside of a target folder")?;
    let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri");
    // The files named in the configuration lie beside it, so the bundler works there; what it makes goes to the target folder.
    let mut bundler = Command::new(shell.join("../ui/node_modules/.bin/tauri"));
    bundler.args(["bundle", "--debug", "--bundles", "deb"]).current_dir(&shell).env("CARGO_TARGET_DIR", target);
    run(&mut bundler)?;
    let made = fs::read_dir(target.join("debug/bundle/deb"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .ok_or("the bundler made no package")?;
    let package = work.join("zhibu.deb");
    fs::copy(made, &package)?;
    Ok(package)
}

/// The same package under another version number.
fn as_version(package: &Path, version: &str, work: &Path) -> Outcome<PathBuf> {
    let folder = work.join("unpacked");
    run(Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(&folder))?;
    let control = folder.join("DEBIAN/control");
    let text: String = fs::read_to_string(&control)?
        .lines()
        .map(|line| if line.starts_with("Version:") { format!("Version: {version}\n") } else { format!("{line}\n") })
        .collect();
    fs::write(&control, text)?;
    let newer = work.join("newer.deb");
    run(Command::new("dpkg-deb").args(["--root-owner-group", "-Znone", "--build"]).arg(&folder).arg(&newer))?;
    Ok(newer)
}

/// What the package would run when it is installed or removed.
fn scripts(package: &Path, work: &Path) -> Outcome<Vec<String>> {
    let folder = work.join("control");
    run(Command::new("dpkg-deb").arg("--control").arg(package).arg(&folder))?;
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names: Vec<String> = names.collect::<Outcome<_>>()?;
    Ok(names.into_iter().filter(|name| !["control", "md5sums"].contains(&name.as_str())).collect())
}

/// Every file below `folder` with its bytes.
fn files_below(folder: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.clone(), fs::read(path)?);
            }
        }
    }
    Ok(files)
}

/// What the command printed.
fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("{command:?}: {text}{}", String::from_utf8_lossy(&output.stderr)).into())
    }
}
