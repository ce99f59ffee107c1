SELECT
    member_id,
    month,
    sum(fen) AS fen,
    count(*) AS payments,
    coalesce(group_concat(nullif(note, ''), '；'), '') AS note
FROM dues_payment_month JOIN dues_payment ON dues_payment.id = payment_id
WHERE month BETWEEN ?1 AND ?2
GROUP BY member_id, month
