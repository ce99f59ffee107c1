-- One transfer, or all, or those of which something may be due; newest letters first.
SELECT transfer.*, letter.*, newcomer.*,
    (SELECT newer.transfer_id FROM transfer_letter AS newer WHERE newer.replaces_id = transfer.id) AS replaced_by
FROM transfer
LEFT JOIN transfer_letter AS letter ON letter.transfer_id = transfer.id
LEFT JOIN transfer_newcomer AS newcomer ON newcomer.transfer_id = transfer.id
WHERE (:id IS NULL OR transfer.id = :id)
  AND (:member IS NULL OR transfer.direction = 'out' AND transfer.member_id = :member)
  AND (NOT :pending OR transfer.ended_on IS NULL
       OR transfer.direction = 'in' AND transfer.ended_how = 'accepted' AND newcomer.receipt_sent_on IS NULL)
ORDER BY transfer.issued_on DESC, transfer.id DESC
