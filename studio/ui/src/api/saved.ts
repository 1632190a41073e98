/** A view of a table as it is saved: in the words of an address, so that a file of any age still reads. */
export interface SavedLook {
  sort: string;
  filter: string;
  where: string;
  hide: string;
  pin: string;
}

/** `GET /api/views` gives `{views}`; `POST /api/views {name, schema, table, view}` writes one over that of the same name; `DELETE /api/views/{file}`. */
export interface SavedView {
  /** In `studio/views` of the project. */
  file: string;
  name: string;
  schema: string;
  table: string;
  view: SavedLook;
}

/** `GET /api/queries` gives `{queries}`; `POST /api/queries {name, sql}` writes one over that of the same name; `DELETE /api/queries/{file}`. */
export interface SavedQuery {
  /** In `studio/queries` of the project. */
  file: string;
  name: string;
  sql: string;
}

/** What a `POST` of a view or a query answers: the file from the folder of the project. */
export interface SavedAs {
  file: string;
}
