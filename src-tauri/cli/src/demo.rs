//! The guided demo: the [sample](zhibu_sample) branch with its papers, its signed report and that report's verification.

use std::path::Path;

use serde_json::{Value, json};
use zhibu_core::problem::Problem;
use zhibu_sample::Sample;

use crate::desktop::{Program, token};
use crate::failure::Failure;

/// The command line's program, with the files it reads in a folder.
struct InFolder<'a> {
    program: &'a Program,
    folder: &'a Path,
}

impl zhibu_sample::Program for InFolder<'_> {
    fn call(&self, command: &str, request: Value) -> Result<Value, Problem> {
        Ok(self.program.call(command, request)?)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Result<String, Problem> {
        let file = self.folder.join(name);
        std::fs::write(&file, bytes).map_err(Failure::from)?;
        Ok(token(&file))
    }
}

/// Makes the branch's file, its papers, the signed report and its verification in `folder`.
pub(crate) fn make(program: &Program, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    let program = InFolder { program, folder };
    let file = token(&folder.join("示例支部.zhibu"));
    let sample = zhibu_sample::make(&program, &file, program.program.outside().clock.today())?;
    program.print(&sample)?;
    program.report(&sample)
}

impl InFolder<'_> {
    fn print(&self, sample: &Sample<'_>) -> Result<(), Failure> {
        let quarter = sample.last_quarter();
        let parts = json!({ "minutes": true, "forms": true, "scans": true, "photos": true, "attendance": true });
        let query = json!({ "sort": "office" });
        for (paper, name) in [
            (json!({ "room": "shared", "kind": "minutes", "meeting": sample.held, "photos": true }), "会议记录.pdf"),
            (json!({ "room": "meetings", "kind": "sign_in_sheet", "meeting": sample.planned }), "签到表.pdf"),
            (
                json!({ "room": "shared", "kind": "bound_quarter", "quarter": quarter, "parts": parts }),
                &format!("{}组织生活记录合订本.pdf", quarter.title()),
            ),
            (json!({ "room": "roster", "kind": "roster", "query": query }), "党员名册.pdf"),
            (json!({ "room": "roster", "kind": "contact_list", "query": query }), "党员通讯录.pdf"),
            (json!({ "room": "roster", "kind": "statistics" }), "党员基本情况统计表.pdf"),
            (
                json!({ "room": "shared", "kind": "member_record", "member": sample.members.first() }),
                "党员信息表（书记）.pdf",
            ),
            (
                json!({ "room": "transfers", "kind": "introduction_letter", "transfer": sample.letter }),
                "组织关系介绍信.pdf",
            ),
            (json!({ "room": "signing", "kind": "enrolment_sheet" }), "报送签名备案表.pdf"),
        ] {
            let file = token(&self.folder.join(name));
            self.program.call("paper_save", json!({ "paper": paper, "file": file }))?;
        }
        Ok(())
    }

    /// The signed report, its certificate, and what the report's own branch says of it.
    fn report(&self, sample: &Sample<'_>) -> Result<(), Failure> {
        let path = self.folder.join(format!("{}报告（已签名）.pdf", sample.last_quarter().title()));
        self.program.call("report_export", json!({ "id": sample.report, "file": token(&path) }))?;
        let certificate = token(&self.folder.join("报送签名证书.pem"));
        self.program.call("certificate_export", json!({ "file": certificate }))?;
        let verdict = self.program.call("report_verify", json!({ "file": token(&path) }))?;
        std::fs::write(self.folder.join("核对结果.json"), serde_json::to_string_pretty(&verdict)?)?;
        Ok(())
    }
}
