-- The newest first; NULL leaves a condition out.
SELECT id, member_id, paid_on, way, payer, received_by, receipt, transaction_number, note
FROM dues_payment
WHERE (:id IS NULL OR id = :id)
    AND (:member IS NULL OR member_id = :member)
    AND (:from IS NULL OR paid_on >= :from)
    AND (:to IS NULL OR paid_on <= :to)
ORDER BY paid_on DESC, id DESC
