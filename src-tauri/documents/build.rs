//! Templates are found, not listed: a new file in the folder has the crate built anew.
fn main() {
    println!("cargo::rerun-if-changed=templates");
}
