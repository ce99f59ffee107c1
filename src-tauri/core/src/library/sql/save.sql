-- A new document when :id is NULL, else the one that is there.
INSERT INTO library_document (id, kind, title, issuer, number, issued_on, keywords, text)
VALUES (:id, :kind, :title, :issuer, :number, :issued_on, :keywords, :text)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind,
    title = excluded.title,
    issuer = excluded.issuer,
    number = excluded.number,
    issued_on = excluded.issued_on,
    keywords = excluded.keywords,
    text = excluded.text
