SELECT (SELECT COUNT(*) FROM conversations) AS total,
  (SELECT COUNT(*) FROM conversations WHERE closed_at IS NOT NULL) AS closed;
