//! What the data of a check says under each text of the regulation.

use super::{AuditScope, AuditSeverity};
use crate::development::LawText;
use crate::rules::CheckData;

impl CheckData {
    /// How grave a fault is under a text of the regulation.
    pub(super) fn severity(&self, text: LawText) -> Option<AuditSeverity> {
        if text == LawText::Of2014 { self.severity_2014 } else { self.severity_2026 }
    }

    /// Where it stands under that text. What only the text of 2026 asks for was before that left to the superior.
    pub(super) fn article(&self, text: LawText) -> String {
        let article = self.article_of(text);
        match (self.scope, self.against(text)) {
            (AuditScope::National, LawText::Local) => "上级党组织的规定（2014年细则没有规定）".to_owned(),
            (AuditScope::National, _) if !article.is_empty() => format!("{}{article}", text.title()),
            _ => self.source.clone(),
        }
    }

    fn article_of(&self, text: LawText) -> &str {
        if text == LawText::Of2014 { &self.article_2014 } else { &self.article_2026 }
    }

    /// What a fault found under a text of the regulation is held against.
    pub(super) fn against(&self, text: LawText) -> LawText {
        match self.scope {
            AuditScope::National if self.article_of(text).is_empty() && !self.article_2026.is_empty() => LawText::Local,
            AuditScope::National => text,
            AuditScope::Local => LawText::Local,
            AuditScope::Practice => LawText::Practice,
        }
    }
}
