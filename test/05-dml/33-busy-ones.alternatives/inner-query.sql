SELECT conversation_id, messages FROM (
  SELECT conversation_id, COUNT(*) AS messages FROM messages GROUP BY conversation_id
) AS counted WHERE messages > 3;
