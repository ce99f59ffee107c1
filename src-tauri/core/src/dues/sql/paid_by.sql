-- As paid.sql, of one member.
SELECT
    member_id,
    month,
    sum(fen) AS fen,
    count(*) AS payments,
    coalesce(group_concat(nullif(note, ''), '；'), '') AS note
FROM dues_payment CROSS JOIN dues_payment_month ON dues_payment.id = payment_id
WHERE member_id = ?3 AND month BETWEEN ?1 AND ?2
GROUP BY member_id, month
