SELECT paid_on, sum(fen) AS fen
FROM dues_payment JOIN dues_payment_month ON payment_id = id
WHERE paid_on <= ?1
GROUP BY paid_on
ORDER BY paid_on
