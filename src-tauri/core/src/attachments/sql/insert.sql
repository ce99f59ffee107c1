INSERT INTO attachment (
    owner, meeting_id, document_id, session_id, member_id, ledger_id, payment_id, kind, position, name, caption, bytes,
    is_picture, sha256, original_sha256, text_sha256
)
VALUES (
    :owner, :meeting, :document, :session, :member, :ledger, :payment, :kind, :position, :name, '', :bytes, :is_picture,
    :sha256, :original_sha256, :text_sha256
)
