-- The months of the payments of the same conditions.
SELECT payment_id, month, fen
FROM dues_payment_month JOIN dues_payment ON dues_payment.id = payment_id
WHERE (:id IS NULL OR id = :id)
    AND (:member IS NULL OR member_id = :member)
    AND (:from IS NULL OR paid_on >= :from)
    AND (:to IS NULL OR paid_on <= :to)
ORDER BY payment_id, month
