-- Leaves out a column that is computed.
SHOW COLUMNS FROM messages WHERE Extra NOT LIKE '%VIRTUAL%';
