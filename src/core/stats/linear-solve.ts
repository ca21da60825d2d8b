type Matrix = readonly (readonly number[])[];

/** The x of `matrix x = right`, by elimination with the largest pivot first. */
export function solve(matrix: Matrix, right: readonly number[]): readonly number[] {
  const columns = eliminate(
    matrix,
    right.map((value) => [value]),
  );
  return columns.map(([value = Number.NaN]) => value);
}

/** The inverse of a square matrix that has one. */
export function inverseOf(matrix: Matrix): Matrix {
  return eliminate(
    matrix,
    matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0))),
  );
}

function eliminate(matrix: Matrix, right: Matrix): Matrix {
  const rows = matrix.map((row, i) => Float64Array.from([...row, ...(right[i] ?? [])]));
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivotAt = column + rest.indexOf(Math.max(...rest));
    const [pivot, other] = [rows[pivotAt], rows[column]];
    if (pivot === undefined || other === undefined) continue;
    [rows[column], rows[pivotAt]] = [pivot, other];
    const head = pivot[column] ?? 0;
    for (let j = column; j < pivot.length; j += 1) pivot[j] = (pivot[j] ?? 0) / head;
    for (const row of rows) if (row !== pivot) subtract(row, pivot, column);
  }
  return rows.map((row) => [...row.subarray(size)]);
}

function subtract(row: Float64Array, pivot: Float64Array, from: number): void {
  const factor = row[from] ?? 0;
  if (factor === 0) return;
  for (let j = from; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
}
