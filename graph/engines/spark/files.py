"""Files of whatever system Spark writes to: a disk, HDFS, an object store."""

from typing import Any

from pyspark.sql import SparkSession


class Files:
    """The files under a folder."""

    def __init__(self, spark: SparkSession, folder: str) -> None:
        """Find the file system of a folder."""
        self._java: Any = spark.sparkContext._jvm  # noqa: SLF001  # Spark has no other way
        self._folder = folder.rstrip("/")
        settings = spark.sparkContext._jsc.hadoopConfiguration()  # noqa: SLF001
        self._system = self._path("").getFileSystem(settings)

    def name(self, name: str) -> str:
        """Return the whole name of a file."""
        return f"{self._folder}/{name}" if name else self._folder

    def exist(self, name: str) -> bool:
        """Return whether there is such a file or folder."""
        return bool(self._system.exists(self._path(name)))

    def write(self, name: str, text: str) -> None:
        """Write a file, replacing what was there."""
        stream = self._system.create(self._path(name), True)
        try:
            stream.write(bytearray(text.encode("utf-8", "replace")))
        finally:
            stream.close()

    def sizes(self, name: str) -> dict[str, int]:
        """Return the files in a folder with their bytes, sorted by name."""
        found = ((each.getPath().getName(), each.getLen()) for each in self._listed(name))
        return dict(sorted(found))

    def rename(self, name: str, other: str) -> None:
        """Move a file."""
        self._system.rename(self._path(name), self._path(other))

    def remove(self, name: str) -> None:
        """Remove a file, or a folder with all that is in it."""
        self._system.delete(self._path(name), True)

    def _listed(self, name: str) -> Any:  # noqa: ANN401
        return self._system.listStatus(self._path(name))

    def _path(self, name: str) -> Any:  # noqa: ANN401
        return self._java.org.apache.hadoop.fs.Path(self.name(name))
