//! What can be wrong with a file that should be a signed report.

/// Why a file is not valid; the text is for a reader who knows paper, not cryptography.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    #[error("这个文件是空的（0 字节），没有传过来任何内容，请让对方重新发送")]
    Empty,
    #[error("这不是 PDF 文件{0}；请让对方发送程序保存的那个 PDF 文件")]
    NotAPdf(&'static str),
    #[error("这个 PDF 加了密码或加密保护，里面的内容读不出来；程序签名的报告从不加密，请让对方发送没有加密的原文件")]
    Encrypted,
    #[error("这份文件没有签名，不能确认由谁报送、是否被改动")]
    NotSigned,
    #[error("这份文件没有签名：它像是扫描件或者照片，不是程序保存的报告；请让对方发送签过名的那个 PDF 文件")]
    Scanned,
    #[error("文件不完整：后面缺了一部分，可能没有传完或没有拷贝完，请让对方重新发送")]
    Truncated,
    #[error("文件不完整：后面一段全是空白，下载或拷贝可能中断过，请让对方重新发送")]
    ZeroTail,
    #[error("文件开头被加了别的内容，不是签名时的原文件，请让对方重新发送原文件")]
    Prefixed,
    #[error(
        "文件末尾多了空行或空白，是签名之后加上的（邮件等工具有时会这样），不是签名时的原文件，请让对方重新发送原文件"
    )]
    BlanksAppended,
    #[error("文件在签名之后又被添加了内容（例如批注、另存或拼接），不能采信，请让对方重新发送原文件")]
    ChangedAfterSigning,
    #[error("文件里有几个签名，除了上级签收以外程序不会这样签，不能采信，请让对方重新发送原文件")]
    SeveralSignatures,
    #[error("文件内容在签名之后被改动，不能采信，请让对方重新发送原文件")]
    ContentChanged,
    #[error("签名与签名证书对不上，不能采信")]
    BadSignature,
    #[error("这份 PDF 是用别的程序签名或盖章的，不是支部工作台的签名方式，本程序不能核验")]
    UnsupportedAlgorithm,
    #[error("签名时间不在签名证书的有效期内，请让对方续期证书后重新签名")]
    CertificateExpired,
    #[error("签名证书不是用来签署文件的")]
    KeyUsage,
    #[error("签名部分读不懂：不是支部工作台签的，或者已经损坏，不能采信；请让对方重新发送原文件")]
    Malformed,
    #[error("文件太大，或者内部结构太庞杂，不像一份报告，没有读取")]
    TooLarge,
}

impl Fault {
    /// Stable machine-readable name.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAPdf(_) => "not_a_pdf",
            Self::Encrypted => "encrypted",
            Self::NotSigned => "not_signed",
            Self::Scanned => "scanned",
            Self::Truncated => "truncated",
            Self::ZeroTail => "zero_tail",
            Self::Prefixed => "prefixed",
            Self::BlanksAppended => "blanks_appended",
            Self::ChangedAfterSigning => "changed_after_signing",
            Self::SeveralSignatures => "several_signatures",
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
