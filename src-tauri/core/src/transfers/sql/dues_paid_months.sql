SELECT DISTINCT month
FROM dues_payment_month JOIN dues_payment ON dues_payment.id = payment_id
WHERE member_id = ?1
ORDER BY month
