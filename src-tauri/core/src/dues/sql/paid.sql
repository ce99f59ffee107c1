-- By the payments and not by their months, so that one member's are found by the index.
SELECT
    member_id,
    month,
    sum(fen) AS fen,
    count(*) AS payments,
    coalesce(group_concat(nullif(note, ''), '；'), '') AS note
FROM dues_payment CROSS JOIN dues_payment_month ON dues_payment.id = payment_id
WHERE member_id BETWEEN ?3 AND ?4 AND month BETWEEN ?1 AND ?2
GROUP BY member_id, month
