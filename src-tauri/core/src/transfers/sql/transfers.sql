-- One transfer, or all, or those of which something may be due; newest letters first.
SELECT transfer.*, letter.*, newcomer.*, newer.id AS replaced_by, newer.issued_on AS replaced_on
FROM transfer
LEFT JOIN transfer_letter AS letter ON letter.transfer_id = transfer.id
LEFT JOIN transfer_newcomer AS newcomer ON newcomer.transfer_id = transfer.id
LEFT JOIN transfer_letter AS newer_letter ON newer_letter.replaces_id = transfer.id
LEFT JOIN transfer AS newer ON newer.id = newer_letter.transfer_id
WHERE (:id IS NULL OR transfer.id = :id)
  AND (:member IS NULL OR transfer.direction = 'out' AND transfer.member_id = :member)
  AND (NOT :pending OR transfer.ended_on IS NULL
       OR transfer.direction = 'in' AND transfer.ended_how = 'accepted' AND newcomer.receipt_sent_on IS NULL)
ORDER BY transfer.issued_on DESC, transfer.id DESC
