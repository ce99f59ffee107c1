//! The list of all checks, a group or a part of one in each file; a test holds it against the data.

use super::engine::Check;
use super::{across, activist, admission, application, archive, candidate, decision, probation};

/// Every check that can be answered, by id.
pub(super) const CHECKS: &[&[(&str, Check)]] = &[
    application::CHECKS,
    activist::CHECKS,
    candidate::CHECKS,
    admission::CHECKS,
    decision::CHECKS,
    probation::CHECKS,
    archive::CHECKS,
    across::CHECKS,
];

/// Checks that a file's records cannot answer, each with what is missing for it.
pub(super) const UNANSWERED: &[(&str, &str)] = &[
    ("KA11", "本人单位有没有党组织，档案里没有登记"),
    ("KA12", "国籍没有登记"),
    ("KA13", "证件复印件不是统一要求的材料，可以在本地材料里添加"),
    ("KB11", "入党积极分子的公示是各地做法，没有单独登记"),
    ("KC32", "县级联审的材料由上级保存"),
    ("KD26", "志愿书各栏是否填写，要看原件"),
    ("KF09", "要看党费收缴的登记"),
    ("KX01", "各份材料上写的姓名，要看原件"),
    ("KX11", "各份材料由谁签字没有逐份登记"),
];
