internal import Dossier

extension Office {
  /// The name without the place, such as `Văn phòng UBND tỉnh`.
  var shortName: String {
    name.hasSuffix(" \(placeName)") ? String(name.dropLast(placeName.count + 1)) : name
  }

  /// The head as papers name the post, such as `Chánh Văn phòng UBND tỉnh`.
  var headTitle: String { headTitle(of: shortName) }

  /// The head as another office would name the post, such as `Chánh Văn phòng UBND tỉnh Sơn La`.
  var fullHeadTitle: String { headTitle(of: name) }

  /// The words with which the post ends and the name begins are said once; a post that shares none
  /// with it, such as `Giám đốc`, is followed by the whole name.
  private func headTitle(of name: String) -> String {
    let post = headPost.split(separator: " ")
    let name = name.split(separator: " ")
    let common = (0...min(post.count, name.count)).last { count in
      post.suffix(count).elementsEqual(name.prefix(count))
    }
    return (post + name.dropFirst(common ?? 0)).joined(separator: " ")
  }
}
