-- How many files each record has.
SELECT owner, meeting_id, document_id, session_id, member_id, ledger_id, payment_id, count(*) AS files
FROM attachment
GROUP BY owner, meeting_id, document_id, session_id, member_id, ledger_id, payment_id
