insert conversations set title = 'Shopping'
