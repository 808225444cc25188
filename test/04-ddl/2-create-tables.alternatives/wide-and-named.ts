import type { Connection } from 'mysql2/promise'

export async function createTables(connection: Connection): Promise<void> {
  await connection.query(`
    CREATE TABLE IF NOT EXISTS conversations (
      id BIGINT AUTO_INCREMENT,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP(3) NOT NULL DEFAULT NOW(3),
      updated_at TIMESTAMP(6) NOT NULL DEFAULT NOW(6)
        ON UPDATE NOW(6),
      CONSTRAINT pk PRIMARY KEY USING BTREE (id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'one chat each' ROW_FORMAT = DYNAMIC`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS messages (
      id BIGINT NOT NULL AUTO_INCREMENT UNIQUE,
      conversation_id BIGINT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      content LONGTEXT NOT NULL,
      timestamp TIMESTAMP(6) NOT NULL DEFAULT LOCALTIME(6),
      KEY (conversation_id, timestamp),
      CONSTRAINT its_own FOREIGN KEY ours (conversation_id) REFERENCES conversations (id)
        ON UPDATE NO ACTION ON DELETE CASCADE,
      PRIMARY KEY (id)
    ) COLLATE = utf8mb4_0900_ai_ci`)
}
