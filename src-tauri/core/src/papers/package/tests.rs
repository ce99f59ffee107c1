//! Promises about the package for an inspection.

use super::*;
use crate::settings::PackageItem;

#[test]
fn the_kinds_of_material_stand_as_they_were_chosen_and_the_others_behind_them() {
    let choice = |item, left_out| PackageChoice { item, name: String::new(), left_out };
    let chosen = [choice(PackageItem::Dues, false), choice(PackageItem::About, true)];
    let items: Vec<_> = ordered(&chosen).into_iter().map(|(choice, _)| (choice.item, choice.left_out)).collect();
    assert_eq!(items.len(), ITEMS.len());
    let first = [(PackageItem::Dues, false), (PackageItem::About, true), (PackageItem::Roster, false)];
    assert_eq!(items[..3], first);
}
