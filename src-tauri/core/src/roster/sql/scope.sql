 FROM member
WHERE (left_on IS NOT NULL) = (:scope = 'former')
  AND CASE :scope
      WHEN 'full' THEN kind = 'full'
      WHEN 'probationary' THEN kind = 'probationary'
      WHEN 'incomplete' THEN missing_fields > 0
      WHEN 'mobile' THEN is_mobile
      WHEN 'lost' THEN is_lost
      ELSE TRUE
      END
  AND (:search = ''
      OR search_key LIKE :pattern ESCAPE '\'
      OR id_number = upper(:search)
      OR mobile = :search)
