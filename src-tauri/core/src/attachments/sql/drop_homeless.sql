-- What was kept with a record that is no more. A meeting of which files are kept is never removed.
DELETE FROM attachment
WHERE
    (owner = 'document' AND NOT EXISTS (SELECT 1 FROM library_document WHERE library_document.id = document_id))
    OR (
        owner = 'makeup'
        AND NOT EXISTS (
            SELECT 1 FROM study_makeup
            WHERE study_makeup.session_id = attachment.session_id AND study_makeup.member_id = attachment.member_id
        )
    )
    OR (
        owner = 'certificate'
        AND NOT EXISTS (
            SELECT 1 FROM study_certificate
            WHERE study_certificate.session_id = attachment.session_id AND study_certificate.member_id = attachment.member_id
        )
    )
    OR (owner = 'dues_entry' AND NOT EXISTS (SELECT 1 FROM dues_ledger WHERE dues_ledger.id = ledger_id))
    OR (owner = 'dues_payment' AND NOT EXISTS (SELECT 1 FROM dues_payment WHERE dues_payment.id = payment_id))
