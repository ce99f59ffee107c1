SELECT *
FROM attachment
WHERE
    owner = :owner
    AND meeting_id IS :meeting
    AND document_id IS :document
    AND session_id IS :session
    AND member_id IS :member
    AND ledger_id IS :ledger
    AND payment_id IS :payment
ORDER BY kind, position, id
