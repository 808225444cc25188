SELECT id, title FROM (
  SELECT id, title, ROW_NUMBER() OVER (ORDER BY created_at, id) AS place FROM conversations
) AS c WHERE place <= 3 ORDER BY place;
