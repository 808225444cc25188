SELECT conversation_id, CHAR_LENGTH(GROUP_CONCAT(LEFT(sender, 1) SEPARATOR '')) AS messages FROM messages GROUP BY conversation_id;
