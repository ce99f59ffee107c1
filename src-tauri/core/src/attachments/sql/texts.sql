-- What is written in the files of the library.
SELECT document_id, name, CAST(content AS TEXT) AS text
FROM attachment JOIN vault_blob ON vault_blob.sha256 = text_sha256
WHERE document_id IS NOT NULL
ORDER BY document_id, position, id
