-- The months are summed first: they lie in the order of their payments.
SELECT id
FROM (SELECT payment_id FROM dues_payment_month GROUP BY payment_id HAVING sum(fen) >= ?3)
    CROSS JOIN dues_payment ON dues_payment.id = payment_id
WHERE receipt = '' AND paid_on BETWEEN ?1 AND ?2
ORDER BY paid_on DESC, id DESC
