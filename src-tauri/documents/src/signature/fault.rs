//! What can be wrong with a signed file.

/// Why a file is not valid; the text is for a reader who knows paper, not cryptography.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    #[error("这不是 PDF 文件")]
    NotAPdf,
    #[error("这份文件没有签名，不能确认由谁报送、是否被改动")]
    NotSigned,
    #[error("文件不完整，可能没有传完或没有拷贝完，请让对方重新发送")]
    Truncated,
    #[error("文件在签名之后又被添加了内容，不能采信，请让对方重新发送原文件")]
    ChangedAfterSigning,
    #[error("文件内容在签名之后被改动，不能采信，请让对方重新发送原文件")]
    ContentChanged,
    #[error("签名与签名证书对不上，不能采信")]
    BadSignature,
    #[error("签名采用了本程序不能验证的方式")]
    UnsupportedAlgorithm,
    #[error("签名时间不在签名证书的有效期内，请让对方更换证书后重新签名")]
    CertificateExpired,
    #[error("签名证书不是用来签署文件的")]
    KeyUsage,
    #[error("签名数据已损坏或不合规范，不能采信，请让对方重新发送原文件")]
    Malformed,
    #[error("文件或其中的附件太大，不像一份报告，没有读取")]
    TooLarge,
}

impl Fault {
    /// Stable machine-readable name.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::NotAPdf => "not_a_pdf",
            Self::NotSigned => "not_signed",
            Self::Truncated => "truncated",
            Self::ChangedAfterSigning => "changed_after_signing",
            Self::ContentChanged => "content_changed",
            Self::BadSignature => "bad_signature",
            Self::UnsupportedAlgorithm => "unsupported_algorithm",
            Self::CertificateExpired => "certificate_expired",
            Self::KeyUsage => "key_usage",
            Self::Malformed => "malformed",
            Self::TooLarge => "too_large",
        }
    }
}
