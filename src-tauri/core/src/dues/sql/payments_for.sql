SELECT id
FROM dues_payment JOIN dues_payment_month ON payment_id = id
WHERE member_id = ?1 AND month = ?2
ORDER BY id
