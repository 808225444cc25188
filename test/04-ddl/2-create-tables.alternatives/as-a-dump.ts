import type { Connection } from 'mysql2/promise'

export async function createTables(connection: Connection): Promise<void> {
  await connection.query(`
    CREATE TABLE IF NOT EXISTS \`conversations\` (
      \`id\` int NOT NULL AUTO_INCREMENT,
      \`title\` varchar(255) COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'New conversation',
      \`created_at\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
      \`updated_at\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      PRIMARY KEY (\`id\`)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='One row each'
`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS \`messages\` (
      \`id\` bigint NOT NULL AUTO_INCREMENT,
      \`conversation_id\` int NOT NULL,
      \`sender\` enum('user','ai') NOT NULL DEFAULT 'user' COMMENT 'who',
      \`content\` mediumtext NOT NULL,
      \`timestamp\` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
      PRIMARY KEY (\`id\`),
      KEY \`conversation\` (\`conversation_id\`,\`timestamp\` DESC,\`id\`),
      CONSTRAINT \`fk\` FOREIGN KEY (\`conversation_id\`) REFERENCES \`conversations\` (\`id\`) ON DELETE CASCADE ON UPDATE RESTRICT
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC
`)
}
