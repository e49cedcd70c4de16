import Glibc
import Storage

/// The Japanese of results that could not be written where people wanted them.
enum OutputText {
  static func failure(for error: StorageError, to file: String) -> Failure {
    switch error {
    case .notAFile(_, .folder): Failure(.cannotCreate, "\(file) はフォルダです。その中に作るファイルの名前まで指定してください。")
    case .notFound(let folder) where Disk.isFolder(folder):
      Failure(.cannotCreate, "\(folder) には、ファイルを作れません。別の場所を指定してください。")
    case .notFound(let folder): Failure(.cannotCreate, "\(folder) というフォルダがありません。先に作るか、別の場所を指定してください。")
    case .noPermission: Failure(.noPermission, "\(file) に書き込む権限がありません。別の場所を指定するか、管理する方に確かめてください。")
    default: FailureText.storage(error)
    }
  }

  /// By the errno of a write.
  static func standardOutput(_ code: Int32) -> Failure {
    let reason = code == ENOSPC || code == EDQUOT ? "書き出す先の記憶装置がいっぱいです" : self.reason(code)
    return Failure(.ioError, "終わりまで書き出せませんでした（\(reason)）。")
  }

  /// Why a call failed, by its number (errno(3)), for those that people can do something about.
  static func reason(_ code: Int32) -> String {
    switch code {
    case EISDIR: "フォルダです"
    case ENAMETOOLONG: "名前が長すぎます"
    case ELOOP: "リンクが輪になっています"
    case EIO: "記憶装置が壊れているか、外れています"
    case ENODEV, ENXIO, ENOTCONN, EHOSTDOWN, ESTALE: "つながっていない場所です"
    case EBUSY, ETXTBSY: "ほかのプログラムが使っています"
    case EFBIG: "この場所に置けるファイルの大きさを超えます"
    case EMFILE, ENFILE: "開いているファイルが多すぎます"
    case EINVAL, EOPNOTSUPP: "この場所ではできない操作です"
    default: "番号 \(code)"
    }
  }
}
